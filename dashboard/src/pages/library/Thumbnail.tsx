import { useState, type ReactNode } from 'react';

interface Props {
  readonly url: string | null;
  readonly children?: ReactNode;
}

/** A picture of a video; its room is kept when there is none, or it cannot be had. */
export function Thumbnail({ url, children }: Props) {
  const [failed, setFailed] = useState<string>();
  return (
    <div className="asset-picture">
      {url !== null && failed !== url && <img src={url} alt="" loading="lazy" decoding="async" onError={() => setFailed(url)} />}
      {children}
    </div>
  );
}
