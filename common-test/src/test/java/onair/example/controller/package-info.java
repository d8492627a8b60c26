/** Controllers that break every rule for controllers. */
@NullMarked
package onair.example.controller;

import org.jspecify.annotations.NullMarked;
