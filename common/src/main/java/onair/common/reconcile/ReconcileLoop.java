package onair.common.reconcile;

/**
 * Runs reconcilers: one run per owner at a time in the whole cluster, due ones at once, the others
 * on their time. Started and stopped with the application; {@link Wakes} asks it for runs.
 */
public final class ReconcileLoop {}
