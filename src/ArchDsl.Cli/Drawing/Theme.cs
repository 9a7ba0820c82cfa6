namespace ArchDsl.Cli.Drawing;

/// <summary>The colours of a picture.</summary>
internal enum Theme
{
    /// <summary>Those that the reader's system prefers.</summary>
    Auto,

    /// <summary>Dark on white.</summary>
    Light,

    /// <summary>Light on black.</summary>
    Dark,
}
