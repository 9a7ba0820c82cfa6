using System.Collections.Concurrent;
using System.Diagnostics;

namespace ArchDsl.Synthesis.Tests.Running;

/// <summary>A test that needs tools which are not part of a .NET machine; where one is missing it is skipped, and says which.</summary>
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools) => Skip = Tools.WhyMissing(tools);
}

/// <inheritdoc cref="ToolFactAttribute"/>
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] tools) => Skip = Tools.WhyMissing(tools);
}

internal static class Tools
{
    public const string CfnLint = "cfn-lint";
    public const string AwsCli = "aws";
    public const string Bash = "bash";
    public const string Moto = "moto";
    public const string CdkNag = "cdk-nag";

    private static readonly ConcurrentDictionary<string, Lazy<string?>> Missing = new(StringComparer.Ordinal);

    /// <summary>One sentence for the first tool that is missing, or null.</summary>
    public static string? WhyMissing(IEnumerable<string> tools) =>
        tools.Select(tool => Missing.GetOrAdd(tool, name => new(() => Why(name))).Value).FirstOrDefault(reason => reason is not null);

    private static string? Why(string tool) => tool switch
    {
        Moto => HasMoto() ? null : "moto is not installed: pip install 'moto[server]'.",
        CdkNag => Running.CdkNag.WhyMissing(),
        _ => Command.OnPath(tool) is not null ? null : $"{tool} is not on the PATH.",
    };

    private static bool HasMoto()
    {
        if (Command.OnPath("python3") is not { } python)
        {
            return false;
        }

        const string Look = "import importlib.util, sys; sys.exit(importlib.util.find_spec('moto') is None or importlib.util.find_spec('flask') is None)";
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", Look]) { RedirectStandardError = true })!;
        if (process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            return process.ExitCode == 0;
        }

        process.Kill(entireProcessTree: true);
        return false;
    }
}
