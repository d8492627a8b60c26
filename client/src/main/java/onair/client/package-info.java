/**
 * The API from Java. All classes are generated from {@code docs/api/client.json} when this module
 * is built; none is written by hand. Begin with {@code ApiClient}, give it the address and an API
 * key, and make of it what is in {@code onair.client.api}.
 */
package onair.client;
