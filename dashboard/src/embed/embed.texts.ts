import { area } from '../text';

export const embedTexts = area({
  en: {
    film: 'Video',
    live: 'Live video',
    loading: 'Loading…',
  },
  ko: {
    film: '동영상',
    live: '실시간 동영상',
    loading: '불러오는 중…',
  },
});
