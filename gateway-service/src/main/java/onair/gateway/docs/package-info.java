/**
 * The description of the whole API, made of what each service says about itself ({@code
 * /openapi.json}), and a page to read and try it ({@code /docs}).
 */
@NullMarked
package onair.gateway.docs;

import org.jspecify.annotations.NullMarked;
