using ArchDsl.Harness;

namespace ArchDsl.Cli.Tests;

/// <summary>What the tool reads, and what it says when there is nothing to read.</summary>
public sealed class InputTests
{
    [Fact]
    public void FolderProjectAndAssembly_AreTheSame()
    {
        string folder = Path.Combine(Repository.Root, "samples", "TwoTier");
        string assembly = Directory.EnumerateFiles(Path.Combine(folder, "bin"), "TwoTier.dll", SearchOption.AllDirectories).First();
        string[] results =
        [
            ToolRun.InSample("TwoTier", "explain", "TwoTier").Output,
            ToolRun.In("/", "explain", "TwoTier", "--project", folder).Output,
            ToolRun.In("/", "explain", "TwoTier", "-p", Path.Combine(folder, "TwoTier.csproj")).Output,
            ToolRun.In("/", "explain", "TwoTier", "-p", assembly).Output,
        ];

        Assert.Contains("Samples.TwoTier.TwoTier", results[0], StringComparison.Ordinal);
        Assert.Single(results.Distinct());
    }

    /// <summary>What the command line says in the words of the command, not in those of .NET.</summary>
    [Theory]
    [InlineData("'abc' is no number of US dollars, such as 250 or 99.50.", "cost", "--max", "abc")]
    [InlineData("'-1' is no number of US dollars", "cost", "--max", "-1")]
    [InlineData("'1e400' is no number of US dollars", "cost", "--max", "1e400")]
    [InlineData("There is no 'png'. There is mermaid, svg, json.", "diagram", "-f", "png")]
    [InlineData("There is no '1'. There is", "diagram", "--theme", "1")]
    [InlineData("A diagram is no .png: write .svg, .mmd, .md or .json, or say --format.", "diagram", "-o", "o.png")]
    [InlineData("Properties is a folder: give --output a file in it.", "diagram", "-o", "Properties")]
    [InlineData("--output takes the name of a file.", "document", "-o", " ")]
    [InlineData("Name what is to be explained: a rule, a component, or a resource of a template.", "explain", "")]
    [InlineData("There is no rule ARCH9999. All are listed at https://", "explain", "ARCH9999")]
    [InlineData("There is no rule ARCH1000. Near it are ARCH1001 (A data store is reachable from the internet)", "explain", "arch1000")]
    public void WhatTheCommandLineCannotMean_IsAUsageError(string message, params string[] args)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(Path.Combine(folder.Path, "Properties"));
        string[] project = args[0] == "explain" ? [] : ["-p", Path.Combine(Repository.Root, "samples", "TwoTier")];

        ToolRun run = ToolRun.In(folder.Path, [.. args, .. project]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Whatever the command, it would read what an older manifest lacks as if it were not so.</summary>
    [Theory]
    [InlineData("view")]
    [InlineData("diagram")]
    [InlineData("document")]
    [InlineData("cost")]
    [InlineData("explain", "Shop")]
    [InlineData("verify")]
    public void ManifestOfAnotherVersion_IsRefused(params string[] command)
    {
        using TemporaryFolder folder = new();
        string assembly = BuiltSource.Write(folder, "Old", "[Architecture(\"shop\")] public partial class Shop { [S3] public partial class Files; }", schemaVersion: 1);

        ToolRun run = ToolRun.In(folder.Path, [.. command, "-p", assembly]);

        Assert.Equal((ExitCode.NoInput, ""), (run.Code, run.Output));
        Assert.Contains("Old.dll was built with an older version of ArchDsl: its manifest has the version 1,", string.Join(' ', run.Error.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory, InlineData(1, 2, "Before.dll was built with an older version"), InlineData(2, 3, "After.dll was built with a newer version")]
    public void ManifestOfAnotherVersion_IsComparedWithNone(int before, int after, string message)
    {
        using TemporaryFolder folder = new();
        const string Shop = "[Architecture(\"shop\")] public partial class Shop { [S3] public partial class Files; }";

        ToolRun run = ToolRun.In(folder.Path, "diff", BuiltSource.Write(folder, "Before", Shop, before), BuiltSource.Write(folder, "After", Shop, after));

        Assert.Equal((ExitCode.NoInput, ""), (run.Code, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderWithoutProject_IsAUsageError()
    {
        using TemporaryFolder folder = new();

        ToolRun run = ToolRun.In(folder.Path, "explain", "Api");

        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Contains("has no project (*.csproj)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralProjects_AreNamed()
    {
        using TemporaryFolder folder = new();
        folder.Write("A.csproj", "<Project />");
        folder.Write("B.csproj", "<Project />");

        ToolRun run = ToolRun.In(folder.Path, "explain", "Api");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("A.csproj, B.csproj", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectThatIsNotBuilt_SaysBuildIt()
    {
        using TemporaryFolder folder = new();
        folder.Write("A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>");

        ToolRun run = ToolRun.In(folder.Path, "explain", "Api");

        Assert.Equal(ExitCode.NoInput, run.Code);
        Assert.Contains("Run 'dotnet build' first.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AssemblyWithoutArchitecture_IsTold()
    {
        ToolRun run = ToolRun.In("/", "explain", "Api", "-p", typeof(InputTests).Assembly.Location);

        Assert.Equal(ExitCode.NoInput, run.Code);
        Assert.Contains("There is no architecture in ArchDsl.Cli.Tests.dll", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain", "Api", "-p", "no/such.dll")]
    [InlineData("explain", "Api", "--stage", "nowhere")]
    [InlineData("explain", "Api", "--architecture", "Nothing")]
    [InlineData("explain")]
    [InlineData("frobnicate")]
    public void NonsenseOnTheCommandLine_IsAUsageError(params string[] args)
    {
        ToolRun run = ToolRun.InSample("TwoTier", args);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public void UnknownStage_IsToldWithTheKnownOnes() =>
        Assert.Contains("It has dev, prod.", ToolRun.InSample("Aloka", "explain", "Database", "--stage", "nowhere").Error, StringComparison.Ordinal);

    [Fact]
    public void Help_NamesEveryCommand()
    {
        ToolRun run = ToolRun.In("/", "--help");

        Assert.Equal(0, run.Code);
        Assert.Contains("explain", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ExitCodes_AreDocumented()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli.md"));

        Assert.All(
            typeof(ExitCode).GetFields(),
            field => Assert.Contains($"\n| {field.GetRawConstantValue()} | ", page, StringComparison.Ordinal));
    }
}
