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

    /// <summary>CloudFormation's schemas of resources, which come with cfn-lint.</summary>
    public const string Schemas = "schemas";

    private static readonly ConcurrentDictionary<string, Lazy<string?>> Missing = new(StringComparer.Ordinal);

    /// <summary>One sentence for the first tool that is missing, or null.</summary>
    public static string? WhyMissing(IEnumerable<string> tools) =>
        tools.Select(tool => Missing.GetOrAdd(tool, name => new(() => Why(name))).Value).FirstOrDefault(reason => reason is not null);

    private static string? Why(string tool) => tool switch
    {
        Moto => HasModules("moto", "flask") ? null : "moto is not installed: pip install 'moto[server]'.",
        Schemas => HasModules("cfnlint") ? null : "cfn-lint is not installed for python3: pip install cfn-lint.",
        CdkNag => Running.CdkNag.WhyMissing(),
        _ => Command.OnPath(tool) is not null ? null : $"{tool} is not on the PATH.",
    };

    private static bool HasModules(params string[] modules)
    {
        if (Command.OnPath("python3") is not { } python)
        {
            return false;
        }

        const string Look = "import importlib.util, sys; sys.exit(any(importlib.util.find_spec(name) is None for name in sys.argv[1:]))";
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", Look, .. modules]) { RedirectStandardError = true })!;
        if (process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            return process.ExitCode == 0;
        }

        process.Kill(entireProcessTree: true);
        return false;
    }
}
