interface Framed {
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
}

const WIDTH = 640;

/** What a site puts where the player should be: as wide as its place, as high as the picture wants. */
export function embedCode(url: string, { name, width, height }: Framed): string {
  const [w, h] = [width ?? 16, height ?? 9];
  return (
    `<iframe src="${escaped(url)}" title="${escaped(name)}" width="${WIDTH}" height="${Math.round((WIDTH * h) / w)}"` +
    ` style="width:100%;height:auto;aspect-ratio:${w}/${h};border:0"` +
    ' allow="autoplay; fullscreen; picture-in-picture; encrypted-media" allowfullscreen loading="lazy"></iframe>'
  );
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
