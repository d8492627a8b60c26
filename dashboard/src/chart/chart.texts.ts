import { area } from '../text';

/** What charts say of themselves. */
export const chartTexts = area({
  en: { asTable: 'As a table', time: 'Time', nothing: 'Nothing measured yet', from: 'from {from} to {to}' },
  ko: { asTable: '표로 보기', time: '시간', nothing: '아직 측정된 것이 없습니다', from: '{from}부터 {to}까지' },
});
