package onair.awslocal.store;

/**
 * The objects of this machine.
 *
 * @param s3 by bucket name
 * @param mediaStore by container id
 */
public record ObjectStores(ObjectStore s3, ObjectStore mediaStore) {}
