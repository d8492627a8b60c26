/** Where viewers watch what a playback id stands for; the page can be framed by any site. */
export const watchUrl = (origin: string, playbackId: string): string => `${origin}/embed/${encodeURIComponent(playbackId)}`;
