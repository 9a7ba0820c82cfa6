using System.Text.RegularExpressions;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>What <c>dotnet new</c> makes of the packed templates, in an empty folder outside the repository.</summary>
[Collection(BuildsCollection.Name)]
public partial class TemplateTests(Builds builds)
{
    private static readonly string[] Shapes = ["web", "data", "empty"];
    private static readonly bool[] Switches = [false, true];

    /// <summary>
    /// Every combination of options makes a project with nothing of the template left in it. The tests and the workflow change nothing else
    /// in it, so that the projects with both stand for all.
    /// </summary>
    [Fact]
    public async Task EveryCombination_MakesAWholeProject()
    {
        foreach (var (shape, stages) in from shape in Shapes from stages in Switches select (shape, stages))
        {
            var whole = Files(await Project($"All-{shape}-{stages}", shape, stages, tests: true, github: true));
            Assert.Equal(stages, whole["My_ShopArchitecture.cs"].Contains("[Stage(\"dev\"), Stage(\"prod\")]", StringComparison.Ordinal));
            Assert.Contains("[Architecture(\"my-shop\")]", whole["My_ShopArchitecture.cs"], StringComparison.Ordinal);
            Assert.Contains("namespace My.Shop;", whole["My_ShopArchitecture.cs"], StringComparison.Ordinal);
            Assert.All(whole, file => Assert.False(Leftover().IsMatch(file.Value), $"{file.Key} of {shape} has something of the template left in it:\n{file.Value}"));
            foreach (var (tests, github) in from tests in Switches from github in Switches where !(tests && github) select (tests, github))
            {
                var files = Files(await Project($"Some-{shape}-{stages}-{tests}-{github}", shape, stages, tests, github));
                Assert.Equal(
                    whole.Keys.Where(file => (tests || !file.StartsWith("tests/", StringComparison.Ordinal)) && (github || !file.StartsWith(".github/", StringComparison.Ordinal))),
                    files.Keys);
                foreach (var same in new[] { "My_ShopArchitecture.cs", "Program.cs", "cdk.json", ".gitignore" })
                {
                    Assert.Equal(whole[same], files[same]);
                }

                Assert.All(files, file => Assert.False(Leftover().IsMatch(file.Value), $"{file.Key} has something of the template left in it:\n{file.Value}"));
            }
        }
    }

    /// <summary>A new project builds without a word, passes its own tests, and synthesises.</summary>
    [Theory]
    [InlineData("web", false)]
    [InlineData("web", true)]
    [InlineData("data", false)]
    [InlineData("data", true)]
    [InlineData("empty", false)]
    [InlineData("empty", true)]
    public async Task Project_BuildsTestsAndSynthesises(string shape, bool stages)
    {
        var folder = await Project($"Built-{shape}-{stages}", shape, stages, tests: true, github: false);
        var build = (await DotnetCli.Build(Path.Combine(folder, "My.Shop.csproj"))).Succeeded();
        Assert.DoesNotContain("warning", build.Output, StringComparison.Ordinal);

        var tests = await DotnetCli.Run(folder, "test", "tests/My.Shop.Tests", "--configuration", "Release", "--disable-build-servers");
        Assert.DoesNotContain("warning", tests.Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("Passed!", tests.Output, StringComparison.Ordinal);

        var output = Path.Combine(folder, "cdk.out");
        (await Samples.Run(Path.Combine(folder, "bin", "Release", "net10.0", "My.Shop.dll"), output)).Succeeded();
        Assert.Single(Directory.EnumerateFiles(output, "*.template.json"));
    }

    /// <summary>A project without tests builds as well, and its items are parts of it.</summary>
    [Fact]
    public async Task Items_BuildInAProject()
    {
        var folder = await Project("Items", "web", stages: false, tests: false, github: false);
        // The namespace is that of the project, which is known once it is restored.
        (await DotnetCli.Run(folder, "restore")).Succeeded();
        await New(folder, "archdsl-architecture", "-n", "Billing", "-o", folder);
        await New(folder, "archdsl-architecture", "-n", "class", "-o", folder);
        await New(folder, "archdsl-component", "-n", "event", "-o", folder, "--architecture", "Billing");
        foreach (var kind in new[] { "S3", "DynamoDb", "Topic", "Secret", "Ecr" })
        {
            await New(folder, "archdsl-component", "-n", "My" + kind, "-o", folder, "--architecture", "My_ShopArchitecture", "--kind", kind);
        }

        // Without a class it is that of the project's template.
        await New(folder, "archdsl-component", "-n", "Unsaid", "-o", folder);
        await New(folder, "archdsl-component", "-n", "Blank", "-o", folder, "--architecture", "");
        await New(folder, "archdsl-component", "-n", "Spaces", "-o", folder, "--architecture", "  ");
        Assert.All(["Unsaid", "Blank", "Spaces"], name => Assert.StartsWith(
            "using ArchDsl;\n\nnamespace My.Shop;\n\n/// <content>One more component.</content>\npublic partial class My_ShopArchitecture\n",
            Files(folder)[name + ".cs"],
            StringComparison.Ordinal));

        var build = (await DotnetCli.Build(Path.Combine(folder, "My.Shop.csproj"))).Succeeded();
        Assert.DoesNotContain("error", build.Output, StringComparison.Ordinal);
        Assert.Contains("namespace My.Shop;", Files(folder)["Billing.cs"], StringComparison.Ordinal);
        Assert.Contains("public partial class @class", Files(folder)["class.cs"], StringComparison.Ordinal);
        Assert.Contains("[Architecture(\"billing\")]", Files(folder)["Billing.cs"], StringComparison.Ordinal);
        Assert.Contains("[DynamoDb]\n    public partial class MyDynamoDb;", Files(folder)["MyDynamoDb.cs"], StringComparison.Ordinal);
    }

    private async Task<string> Project(string name, string shape, bool stages, bool tests, bool github)
    {
        var folder = builds.Folder(Path.Combine("templates", name));
        await New(folder, "archdsl", "-n", "My.Shop", "-o", folder, "--no-restore", "--shape", shape, "--stages", $"{stages}", "--tests", $"{tests}", "--ci", github ? "github" : "none");
        return folder;
    }

    // The templates are installed in a place of these tests, not in the user's.
    private async Task New(string folder, params string[] arguments)
    {
        var hive = builds.Folder("hive");
        if (!Directory.EnumerateFileSystemEntries(hive).Any())
        {
            await builds.WriteRestoreSettings(builds.Folder("templates"));
            var package = Path.Combine(await builds.Feed, $"ArchDsl.Templates.{builds.PackageVersion}.nupkg");
            (await DotnetCli.Run(folder, "new", "install", package, "--debug:custom-hive", hive)).Succeeded();
        }

        (await DotnetCli.Run(folder, ["new", .. arguments, "--debug:custom-hive", hive])).Succeeded();
    }

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), Path: file))
            .Where(static file => !file.Name.Contains("obj/", StringComparison.Ordinal) && !file.Name.Contains("bin/", StringComparison.Ordinal))
            .ToDictionary(static file => file.Name, static file => File.ReadAllText(file.Path).ReplaceLineEndings("\n")),
        StringComparer.Ordinal);

    [GeneratedRegex(@"#if|#endif|#else|<!--#|Template|STACK-NAME|ARCHDSL-|TARGET-FRAMEWORK|KindAttribute|ArchitectureClass", RegexOptions.CultureInvariant)]
    private static partial Regex Leftover();
}
