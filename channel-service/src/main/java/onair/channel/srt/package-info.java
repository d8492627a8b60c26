/**
 * The UDP ports SRT is listened on: one for each channel and each share, never given twice. Start
 * at {@link onair.channel.srt.SrtPorts}.
 */
@NullMarked
package onair.channel.srt;

import org.jspecify.annotations.NullMarked;
