using System.Globalization;
using System.Text.RegularExpressions;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>One diagnostic of a build, as <c>dotnet build</c> prints it.</summary>
internal sealed partial record Diagnostic(string File, int Line, string Severity, string Id, string Message)
{
    /// <summary>The diagnostics of a build's output; MSBuild repeats some, each counts once.</summary>
    public static IReadOnlyList<Diagnostic> Read(string output) =>
        [.. output.Split('\n').Select(line => Form().Match(line)).Where(match => match.Success).Select(match => new Diagnostic(
            Path.GetFileName(match.Groups["file"].Value),
            int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
            match.Groups["severity"].Value,
            match.Groups["id"].Value,
            match.Groups["message"].Value)).Distinct()];

    [GeneratedRegex(@"^\s*(?<file>[^(]+)\((?<line>\d+),\d+\): (?<severity>error|warning) (?<id>\w+): (?<message>.*?)( \[[^\]]*proj\])?\r?$")]
    private static partial Regex Form();
}

/// <summary>Runs <c>dotnet</c> with nothing left running behind it.</summary>
internal static class DotnetCli
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(8);

    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBUILDTERMINALLOGGER"] = "off",

        // What the test run's own `dotnet` sets for its children.
        ["MSBuildSDKsPath"] = null,
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildExtensionsPath"] = null,
    };

    public static Task<Finished> Run(string directory, params string[] arguments) => Command.Run(Command.Dotnet, arguments, directory, Environment, Guard);

    /// <summary>Builds a project where it stands, unless the properties say otherwise.</summary>
    public static Task<Finished> Build(string project, params string[] properties) =>
        Run(Path.GetDirectoryName(project)!, ["build", project, "--configuration", "Release", "--disable-build-servers", "-clp:NoSummary", .. properties]);
}
