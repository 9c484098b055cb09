export const DEFAULT_SEED = 20170501;
