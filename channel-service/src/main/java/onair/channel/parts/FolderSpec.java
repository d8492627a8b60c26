package onair.channel.parts;

/** A channel's own folder in what all channels share; its name follows from the channel's id. */
public record FolderSpec() {}
