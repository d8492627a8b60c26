import { useEvents } from '../../data/useFeed';
import { useNotice } from '../../parts/Notices';
import { fill, useText } from '../../text';
import { quoted } from '../../text/quoted';
import { libraryTexts } from './library.texts';

/** Says when a video has become ready or has failed while the page is shown. */
export function useEndings(): void {
  const text = useText(libraryTexts);
  const say = useNotice();
  useEvents((event) => {
    const name = event.data?.['name'];
    if (typeof name !== 'string') {
      return;
    }
    if (event.type === 'asset.ready') {
      say(fill(text.nowReady, { name: quoted(name) }));
    } else if (event.type === 'asset.errored') {
      say(fill(text.nowErrored, { name: quoted(name) }));
    }
  });
}
