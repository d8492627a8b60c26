/** Drawings of 24 by 24, filled. */
const DRAWINGS = {
  play: 'M7 4.5v15l13-7.5z',
  pause: 'M6 4.5h4.5v15H6zM13.5 4.5H18v15h-4.5z',
  sound: 'M3 9v6h4l5 4.5v-15L7 9zM14.5 8a5 5 0 0 1 0 8v-2.2a3.2 3.2 0 0 0 0-3.6zM14.5 4.2a8.6 8.6 0 0 1 0 15.6v-2.1a6.7 6.7 0 0 0 0-11.4z',
  silence: 'M3 9v6h4l5 4.5v-15L7 9zM14.6 9.9l1.4-1.4 2 2 2-2 1.4 1.4-2 2.1 2 2-1.4 1.4-2-2-2 2-1.4-1.4 2-2z',
  captions: 'M3 5h18v14H3zm2 2v10h14V7zm1.5 5a2.6 2.6 0 0 1 4.6-1.6l-1.2 1.1a1 1 0 1 0 0 1l1.2 1.1A2.6 2.6 0 0 1 6.5 12zm6.4 0a2.6 2.6 0 0 1 4.6-1.600l-1.2 1.100a1 1 0 1 0 0 1l1.2 1.100a2.6 2.6 0 0 1-4.6-1.600z',
  settings: 'M3 6h9.300a3 3 0 0 1 5.4 0H21v2h-3.300a3 3 0 0 1-5.4 0H3zM3 16h3.300a3 3 0 0 1 5.4 0H21v2h-9.300a3 3 0 0 1-5.4 0H3z',
  window: 'M3 5h18v14H3zm2 2v10h14V7zm6 4h7v5h-7z',
  fullscreen: 'M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z',
  leaveFullscreen: 'M8 4h2v6H4V8h4zM14 4h2v4h4v2h-6zM4 14h6v6H8v-4H4zM14 14h6v2h-4v4h-2z',
} as const;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="player-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
