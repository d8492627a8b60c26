import { useEffect, useState, type RefObject } from 'react';

/** What Safari of iPhones has in place of full screen for any element. */
interface PhoneVideo extends HTMLVideoElement {
  readonly webkitEnterFullscreen?: () => void;
}

export interface Screen {
  readonly possible: boolean;
  readonly on: boolean;
  readonly toggle: () => void;
}

/** Full screen of the player with its controls; of the video alone where nothing else is possible. */
export function useFullscreen(root: RefObject<HTMLElement | null>, video: RefObject<HTMLVideoElement | null>): Screen {
  const [on, setOn] = useState(false);
  const [possible, setPossible] = useState(false);
  useEffect(() => {
    setPossible(document.fullscreenEnabled || phoneVideo(video)?.webkitEnterFullscreen !== undefined);
    const look = () => setOn(root.current !== null && document.fullscreenElement === root.current);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, [root, video]);

  function toggle(): void {
    if (on) {
      document.exitFullscreen().catch(() => {});
    } else if (document.fullscreenEnabled) {
      // A refusal leaves all as it is, which is to be seen.
      root.current?.requestFullscreen().catch(() => {});
    } else {
      phoneVideo(video)?.webkitEnterFullscreen?.();
    }
  }

  return { possible, on, toggle };
}

const phoneVideo = (video: RefObject<HTMLVideoElement | null>): PhoneVideo | null => video.current;

/** The picture in a small window above all others. */
export function useSmallWindow(video: RefObject<HTMLVideoElement | null>): Screen {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const { current } = video;
    const enter = () => setOn(true);
    const leave = () => setOn(false);
    current?.addEventListener('enterpictureinpicture', enter);
    current?.addEventListener('leavepictureinpicture', leave);
    return () => {
      current?.removeEventListener('enterpictureinpicture', enter);
      current?.removeEventListener('leavepictureinpicture', leave);
    };
  }, [video]);

  function toggle(): void {
    const done = on ? document.exitPictureInPicture() : video.current?.requestPictureInPicture();
    done?.catch(() => {});
  }

  return { possible: document.pictureInPictureEnabled === true, on, toggle };
}
