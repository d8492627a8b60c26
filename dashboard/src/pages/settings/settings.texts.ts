import { area } from '../../text';

/** What the pages of the settings have in common. */
export const settingsTexts = area({
  en: {
    places: 'Settings',
    organization: 'Organization',
    team: 'Team',
    keys: 'API keys',
    webhooks: 'Webhooks',
    usage: 'Usage and budgets',
    audit: 'Audit log',
    account: 'You',
    newSecretTitle: 'Shown once',
    done: 'Done',
    reload: 'Show what it is now',
    never: 'Never',
    roleWord: {
      owner: 'Owner',
      operator: 'Operator',
      streamer: 'Streamer',
      partner: 'Partner',
      viewer: 'Viewer',
    } as Record<string, string>,
  },
  ko: {
    places: '설정',
    organization: '조직',
    team: '팀',
    keys: 'API 키',
    webhooks: '웹훅',
    usage: '사용량과 예산',
    audit: '감사 로그',
    account: '내 계정',
    newSecretTitle: '한 번만 표시됩니다',
    done: '완료',
    reload: '지금 값 보기',
    never: '없음',
    roleWord: {
      owner: '소유자',
      operator: '운영자',
      streamer: '스트리머',
      partner: '파트너',
      viewer: '뷰어',
    },
  },
});
