package onair.awslocal.events;

/**
 * One event on its way to one target.
 *
 * @param targetArn where to
 * @param ruleArn which rule sends it
 * @param accountId of the rule, twelve digits
 * @param body JSON text
 */
public record EventDelivery(String targetArn, String ruleArn, String accountId, String body) {}
