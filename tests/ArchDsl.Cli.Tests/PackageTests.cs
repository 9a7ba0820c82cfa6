using System.Diagnostics;
using ArchDsl.Harness;

namespace ArchDsl.Cli.Tests;

/// <summary>The packed tool, installed where nothing else is.</summary>
public sealed class PackageTests
{
    [Fact]
    public void InstalledTool_RunsInAnEmptyFolder()
    {
        using TemporaryFolder folder = new();
        string configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        string feed = Path.Combine(folder.Path, "feed");
        string tools = Path.Combine(folder.Path, "tools");
        string empty = Directory.CreateDirectory(Path.Combine(folder.Path, "empty")).FullName;
        string config = folder.Write("nuget.config", $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{feed}\" /></packageSources></configuration>");

        Succeed("dotnet", folder, "pack", Path.Combine(Repository.Root, "src", "ArchDsl.Cli"), "-c", configuration, "--no-build", "-o", feed);
        Succeed("dotnet", folder, "tool", "install", "ArchDsl.Cli", "--tool-path", tools, "--configfile", config);

        Assert.StartsWith("ARCH1001: ", Succeed(Path.Combine(tools, "archdsl"), folder, "explain", "ARCH1001"), StringComparison.Ordinal);
        Assert.StartsWith("<svg", Succeed(Path.Combine(tools, "archdsl"), folder, "diagram", "--format", "svg", "-p", Path.Combine(Repository.Root, "samples", "TwoTier")), StringComparison.Ordinal);

        string Succeed(string program, TemporaryFolder home, params string[] args)
        {
            using Process process = Process.Start(new ProcessStartInfo(program, args)
            {
                WorkingDirectory = empty,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // A cache of its own: that of the user may hold another build of the same version.
                Environment = { ["NUGET_PACKAGES"] = Path.Combine(home.Path, "packages"), ["DOTNET_CLI_HOME"] = home.Path, ["MSBUILDDISABLENODEREUSE"] = "1" },
            })!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', args)}: {output}{error.Result}");
            return output;
        }
    }
}
