import { area } from '../../../text';

export const listTexts = area({
  en: {
    newChannel: 'New channel',
    emptyTitle: 'Your first broadcast starts here',
    emptyLead: 'A channel has a server address and a stream key for your encoder, and a player for your viewers.',
    createChannel: 'Create channel',
    all: 'All channels',
    noneSuch: 'No channel is like that now.',
    showAll: 'Show all channels',
    createdAt: 'created {time}',
    liveSince: 'on air for {time}',
  },
  ko: {
    newChannel: '새 채널',
    emptyTitle: '첫 방송을 시작해 보세요',
    emptyLead: '채널을 만들면 인코더에 넣을 서버 주소와 스트림 키, 시청자를 위한 플레이어가 생깁니다.',
    createChannel: '채널 만들기',
    all: '모든 채널',
    noneSuch: '지금은 그런 채널이 없습니다.',
    showAll: '모든 채널 보기',
    createdAt: '{time}에 만듦',
    liveSince: '{time}째 방송 중',
  },
});
