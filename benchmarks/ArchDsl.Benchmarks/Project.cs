using System.Globalization;
using System.Reflection;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Benchmarks;

/// <summary>A user's project outside the repository, which an edit of one number changes.</summary>
internal sealed class Project
{
    public static readonly string Root = typeof(Project).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!;

    private readonly string folder;
    private readonly string source;
    private readonly string number;
    private readonly string text;

    private Project(string folder, string source, string number)
    {
        this.folder = folder;
        this.source = Path.Combine(folder, source);
        this.number = number;
        text = File.ReadAllText(this.source);
    }

    public string Program => Path.Combine(folder, "bin", "Debug", "net10.0", "LibertySocial.dll");

    public string Folder => folder;

    /// <summary>Liberty Social with ArchDsl, in the way in which its package enters a project.</summary>
    public static Task<Project> WithArchDsl(TemporaryFolder folders)
    {
        string build = Path.Combine(Root, "src", "ArchDsl", "build");
        string[] compiler = [.. new[] { "Analyzers", "Generators", "Reader", "Model" }.Select(static name => Path.Combine(AppContext.BaseDirectory, $"ArchDsl.{name}.dll")), Path.Combine(Root, "src", "ArchDsl.CodeFixes", "bin", "Release", "netstandard2.0", "ArchDsl.CodeFixes.dll")];
        return Create(folders, "with", Path.Combine(Root, "samples", "LibertySocial"), "LibertySocial.cs", "IntervalSeconds = 30", $"""
              <Import Project="{Path.Combine(build, "ArchDsl.props")}" />
              <ItemGroup>
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "ArchDsl.dll")};{Path.Combine(AppContext.BaseDirectory, "ArchDsl.Model.dll")}" />
                <Analyzer Include="{string.Join(";", compiler)}" />
              </ItemGroup>
              <Import Project="{Path.Combine(build, "ArchDsl.targets")}" />
            """);
    }

    /// <summary>The same template, written by hand.</summary>
    public static Task<Project> ByHand(TemporaryFolder folders) =>
        Create(folders, "without", Path.Combine(Root, "benchmarks", "HandWritten", "LibertySocial"), "Edge.cs", "Interval = Duration.Seconds(30", "");

    /// <summary>Changes the number, so that what depends on it has to be made again.</summary>
    public void Edit(int edit) => File.WriteAllText(source, text.Replace(number, string.Create(CultureInfo.InvariantCulture, $"{number[..^2]}{31 + edit}"), StringComparison.Ordinal));

    /// <summary>Builds what is restored already.</summary>
    public async Task<Spent> Build(params string[] properties) => (await Spent.Of(
        Command.Dotnet,
        ["build", "--no-restore", "-nodeReuse:false", "-v:q", "-clp:NoSummary", .. properties],
        folder,
        new() { ["MSBUILDTERMINALLOGGER"] = "off", ["MSBuildSDKsPath"] = null, ["MSBUILD_EXE_PATH"] = null, ["MSBuildExtensionsPath"] = null })).Spent;

    /// <summary>Runs the program, which writes the template.</summary>
    public async Task<(Spent Spent, Finished Finished)> Synthesize(Dictionary<string, string?>? environment = null) => await Spent.Of(
        Command.Dotnet,
        [Program, "--output", Path.Combine(folder, "cdk.out")],
        folder,
        new Dictionary<string, string?>(environment ?? []) { ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "16,18,20,22,24" });

    public string Template => Path.Combine(folder, "cdk.out", "LibertySocial.template.json");

    private static async Task<Project> Create(TemporaryFolder folders, string name, string sources, string source, string number, string uses)
    {
        string folder = folders.Folder(name);
        foreach (string file in Directory.EnumerateFiles(sources, "*.cs"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        // The versions that ArchDsl itself is built with.
        await File.WriteAllTextAsync(Path.Combine(folder, "LibertySocial.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Amazon.CDK.Lib" Version="[2.160.0,3.0.0)" />
                <PackageReference Include="Constructs" Version="[10.0.5,11.0.0)" />
              </ItemGroup>
            {uses}
            </Project>
            """);
        _ = await Spent.Of(Command.Dotnet, ["restore", "-nodeReuse:false", "-v:q"], folder);
        return new Project(folder, source, number);
    }
}
