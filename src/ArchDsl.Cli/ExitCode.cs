namespace ArchDsl.Cli;

/// <summary>What the tool tells the shell. The table stands in docs/cli.md.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Ok = 0;

    /// <summary>There are findings, differences, or a file that is stale.</summary>
    public const int Findings = 1;

    /// <summary>A path to data opened.</summary>
    public const int PathOpened = 2;

    /// <summary>The command line makes no sense, or names something that does not exist.</summary>
    public const int Usage = 3;

    /// <summary>There is nothing to read: the project is not built, has no architecture, or was built by another version of ArchDsl.</summary>
    public const int NoInput = 4;
}
