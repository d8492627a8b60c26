import { expect, it } from 'vitest';
import { watchUrl } from '../../player/watchUrl';
import { embedCode } from './embed';

it('frames the viewer page in the shape of the picture', () => {
  const code = embedCode(watchUrl('https://onair.tv', 'pb_1'), { name: 'Opening night', width: 1080, height: 1920 });
  expect(code).toContain('src="https://onair.tv/embed/pb_1"');
  expect(code).toContain('title="Opening night"');
  expect(code).toContain('aspect-ratio:1080/1920');
});

it('lets no name break out of the code', () => {
  const code = embedCode(watchUrl('https://onair.tv', 'pb_1'), { name: '"><script>alert(1)</script>&', width: null, height: null });
  expect(code).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"');
  expect(code).toContain('aspect-ratio:16/9');
});
