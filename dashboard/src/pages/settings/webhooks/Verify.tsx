import { useText } from '../../../text';
import { Code } from '../Code';
import { webhooksTexts } from './webhooks.texts';

/** How a receiver knows that a message is ours. */
export function Verify() {
  const text = useText(webhooksTexts);
  return (
    <>
      <h3>{text.verifyTitle}</h3>
      <p className="hint">{text.verifyLead}</p>
      <p className="fine">{text.node}</p>
      <Code label={text.node}>{`import { Webhook } from 'standardwebhooks';

const secret = process.env.ONAIR_WEBHOOK_SECRET; // ${text.secretHere}
const event = new Webhook(secret).verify(body, request.headers); // ${text.bodyAsItCame}`}</Code>
      <p className="fine">{text.python}</p>
      <Code label={text.python}>{`from standardwebhooks.webhooks import Webhook

secret = os.environ["ONAIR_WEBHOOK_SECRET"]  # ${text.secretHere}
event = Webhook(secret).verify(body, request.headers)  # ${text.bodyAsItCame}`}</Code>
    </>
  );
}
