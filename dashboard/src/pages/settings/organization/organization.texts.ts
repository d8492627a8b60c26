import { area } from '../../../text';

export const organizationTexts = area({
  en: {
    lead: 'Everything here belongs to the organization: channels, recordings, ads, keys and the bill.',
    about: 'About the organization',
    nameHint: 'Your team sees it at the top of every page. At its next sign-in, if it is open now.',
    id: 'Organization ID',
    idHint: 'Support asks for it.',
  },
  ko: {
    lead: '채널, 녹화, 광고, 키, 요금까지 모두 조직의 것입니다.',
    about: '조직 정보',
    nameHint: '팀원이 모든 페이지 위쪽에서 보는 이름입니다. 이미 로그인한 사람에게는 다음 로그인부터 보입니다.',
    id: '조직 ID',
    idHint: '지원을 요청할 때 필요합니다.',
  },
});
