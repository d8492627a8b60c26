package onair.awslocal.mediaconvert;

import java.util.Set;

/**
 * The settings that do something here, and those that may stand there as they change nothing a
 * viewer of local media could tell: how an encoder spends its time, and defaults said aloud.
 * Captions may be selected; what would put them out is refused.
 */
final class Supported {

  static final Set<String> JOB = Set.of("Inputs", "OutputGroups", "TimecodeConfig");

  static final Set<String> INPUT =
      Set.of(
          "FileInput",
          "AudioSelectors",
          "CaptionSelectors",
          "VideoSelector",
          "TimecodeSource",
          "PsiControl",
          "InputScanType",
          "FilterEnable",
          "FilterStrength",
          "DeblockFilter",
          "DenoiseFilter");

  static final Set<String> VIDEO_SELECTOR =
      Set.of("Rotate", "ColorSpace", "ColorSpaceUsage", "AlphaBehavior");

  static final Set<String> AUDIO_SELECTOR =
      Set.of("DefaultSelection", "Tracks", "SelectorType", "Offset", "ProgramSelection");

  static final Set<String> GROUP = Set.of("Name", "CustomName", "OutputGroupSettings", "Outputs");

  static final Set<String> CMAF =
      Set.of(
          "Destination",
          "SegmentLength",
          "FragmentLength",
          "SegmentControl",
          "SegmentLengthControl",
          "WriteHlsManifest",
          "WriteDashManifest",
          "WriteSegmentTimelineInRepresentation",
          "ManifestDurationFormat",
          "ManifestCompression",
          "MinFinalSegmentLength",
          "MinBufferTime",
          "MpdProfile",
          "DashManifestStyle",
          "CodecSpecification",
          "StreamInfResolution",
          "ClientCache",
          "TargetDurationCompatibilityMode",
          "PtsOffsetHandlingForBFrames",
          "VideoCompositionOffsets",
          "ImageBasedTrickPlay");

  static final Set<String> FILES = Set.of("Destination");

  static final Set<String> OUTPUT =
      Set.of(
          "NameModifier",
          "Extension",
          "Preset",
          "ContainerSettings",
          "VideoDescription",
          "AudioDescriptions");

  static final Set<String> CONTAINER = Set.of("Container", "CmfcSettings", "Mp4Settings");

  static final Set<String> VIDEO =
      Set.of(
          "Width",
          "Height",
          "CodecSettings",
          "ScalingBehavior",
          "AntiAlias",
          "Sharpness",
          "TimecodeInsertion",
          "ColorMetadata",
          "DropFrameTimecode",
          "AfdSignaling",
          "RespondToAfd");

  static final Set<String> H264 =
      Set.of(
          "RateControlMode",
          "Bitrate",
          "MaxBitrate",
          "QvbrSettings",
          "GopSize",
          "GopSizeUnits",
          "GopClosedCadence",
          "GopBReference",
          "NumberBFramesBetweenReferenceFrames",
          "NumberReferenceFrames",
          "DynamicSubGop",
          "MinIInterval",
          "SceneChangeDetect",
          "FramerateControl",
          "FramerateNumerator",
          "FramerateDenominator",
          "FramerateConversionAlgorithm",
          "ParControl",
          "InterlaceMode",
          "CodecProfile",
          "CodecLevel",
          "QualityTuningLevel",
          "AdaptiveQuantization",
          "FlickerAdaptiveQuantization",
          "SpatialAdaptiveQuantization",
          "TemporalAdaptiveQuantization",
          "EntropyEncoding",
          "HrdBufferSize",
          "HrdBufferInitialFillPercentage",
          "HrdBufferFinalFillPercentage",
          "Slices",
          "Softness",
          "SlowPal",
          "Telecine",
          "Syntax",
          "RepeatPps",
          "FieldEncoding",
          "UnregisteredSeiTimecode",
          "EndOfStreamMarkers");

  static final Set<String> AUDIO =
      Set.of(
          "AudioSourceName",
          "CodecSettings",
          "AudioTypeControl",
          "LanguageCode",
          "LanguageCodeControl",
          "StreamName");

  static final Set<String> AAC =
      Set.of(
          "Bitrate",
          "CodingMode",
          "SampleRate",
          "CodecProfile",
          "RateControlMode",
          "RawFormat",
          "Specification",
          "AudioDescriptionBroadcasterMix");

  private Supported() {}
}
