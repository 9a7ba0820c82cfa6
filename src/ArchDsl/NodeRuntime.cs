using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ArchDsl;

/// <summary>The Node.js that the AWS CDK runs on.</summary>
internal static class NodeRuntime
{
    private const int MinimumMajor = 18;

    /// <summary>One sentence on what is wrong with the machine's Node.js, or null. Call it before any type of the CDK is used.</summary>
    public static string? FindProblem()
    {
        var version = ReadVersion();
        if (version is null)
        {
            return $"The AWS CDK needs Node.js {MinimumMajor} or newer, and no working 'node' was found on the PATH: install it from https://nodejs.org.";
        }

        var major = GetMajor(version);
        if (major < MinimumMajor)
        {
            return $"The AWS CDK needs Node.js {MinimumMajor} or newer, and the 'node' on the PATH is {version}: install a newer one from https://nodejs.org.";
        }

        // Each release of the CDK greets every Node.js that has been retired since, or that it does not know yet, with a
        // fourteen-line banner at each run. The check above says what matters; a value of the user's own wins.
        SetDefault("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", major.ToString(CultureInfo.InvariantCulture));
        SetDefault("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
        return null;
    }

    private static string? ReadVersion()
    {
        // JSII_NODE names another executable to the CDK.
        var node = Environment.GetEnvironmentVariable("JSII_NODE");
        try
        {
            using var process = Process.Start(new ProcessStartInfo(string.IsNullOrEmpty(node) ? "node" : node, "--version")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var version = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 && GetMajor(version) > 0 ? version : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static int GetMajor(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;

    private static void SetDefault(string variable, string value)
    {
        if (Environment.GetEnvironmentVariable(variable) is null)
        {
            Environment.SetEnvironmentVariable(variable, value);
        }
    }
}
