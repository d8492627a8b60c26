package onair.account.member;

/**
 * A person of an organization.
 *
 * @param id {@code mem_…}
 * @param email as it was given; members are told apart by it without regard to case
 */
public record Member(String id, String organizationId, String email, Role role) {}
