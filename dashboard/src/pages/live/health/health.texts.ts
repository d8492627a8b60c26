import { area } from '../../../text';

/** What is wrong, and how to mend it. */
type Finding = readonly [what: string, fix: string];

export const healthTexts = area({
  en: {
    title: 'How well it comes in',
    word: { healthy: 'Healthy', starving: 'No picture comes in', degraded: 'Something is wrong', unknown: 'Not known' } as Record<string, string>,
    allWell: 'Nothing is wrong.',
    notRunning: 'AWS measures while the channel runs. Start it and connect your encoder.',
    nothingYet: 'AWS has measured nothing yet. It does so in windows of ten seconds.',
    finding: {
      no_input: ['No picture comes in.', 'See that your encoder is connected with the channel’s key and sends video.'],
      below_real_time: [
        'Pictures come in too slowly, or with gaps that AWS fills.',
        'Lower the bitrate or the resolution in your encoder, see that its computer is not overloaded, and use a cable instead of a wireless network.',
      ],
      dropped_frames: [
        'The encoder in AWS leaves out pictures: it cannot keep up.',
        'Send fewer pictures a second or a lower resolution, or choose a smaller quality in the settings.',
      ],
    } as Record<string, Finding>,
    bitrate: 'Bitrate coming in',
    rate: 'Pictures a second',
    dropped: 'Pictures left out in ten seconds',
    filled: 'Milliseconds that AWS filled in, in ten seconds',
    pipeline: 'Encoder {number}',
    graphs: 'What was measured',
    nothingThen: 'Nothing was measured in this time.',
    span: 'How far back',
    spans: { '600': '10 minutes', '3600': '1 hour', '10800': '3 hours' } as Record<string, string>,
    measured: 'AWS measures in windows of ten seconds and tells them some seconds later. It does not measure the distance of key frames.',
  },
  ko: {
    title: '들어오는 영상의 상태',
    word: { healthy: '정상', starving: '영상이 들어오지 않음', degraded: '문제가 있음', unknown: '알 수 없음' },
    allWell: '문제가 없습니다.',
    notRunning: '채널이 켜져 있는 동안 AWS가 측정합니다. 시작하고 인코더를 연결하세요.',
    nothingYet: '아직 AWS가 측정한 것이 없습니다. 10초 단위로 측정합니다.',
    finding: {
      no_input: ['들어오는 영상이 없습니다.', '인코더가 이 채널의 키로 연결되어 영상을 보내고 있는지 확인하세요.'],
      below_real_time: [
        '영상이 너무 느리게 들어오거나 AWS가 빈 곳을 메우고 있습니다.',
        '인코더의 비트레이트나 해상도를 낮추고, 컴퓨터가 과부하가 아닌지 보고, 무선 대신 유선을 쓰세요.',
      ],
      dropped_frames: [
        'AWS의 인코더가 따라가지 못해 프레임을 건너뜁니다.',
        '프레임 수나 해상도를 낮춰 보내거나, 설정에서 더 작은 화질을 고르세요.',
      ],
    },
    bitrate: '들어오는 비트레이트',
    rate: '초당 프레임',
    dropped: '10초 동안 건너뛴 프레임',
    filled: '10초 동안 AWS가 메운 밀리초',
    pipeline: '인코더 {number}',
    graphs: '측정한 값',
    nothingThen: '이 기간에 측정한 것이 없습니다.',
    span: '보는 기간',
    spans: { '600': '10분', '3600': '1시간', '10800': '3시간' },
    measured: 'AWS는 10초 단위로 측정해 몇 초 뒤에 알려 줍니다. 키프레임 간격은 측정하지 않습니다.',
  },
});
