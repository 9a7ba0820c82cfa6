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
