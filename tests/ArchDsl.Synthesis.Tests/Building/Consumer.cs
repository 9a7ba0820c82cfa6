using System.Xml.Linq;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>A user's project outside the repository that knows ArchDsl by its package alone.</summary>
internal sealed class Consumer
{
    private readonly string _folder;

    private Consumer(string folder) => _folder = folder;

    private string Project => Path.Combine(_folder, $"{Path.GetFileName(_folder)}.csproj");

    /// <summary>Makes an empty console project and gives it the packed package.</summary>
    public static Task<Consumer> Create(Builds builds, string name) => Create(builds, name, "console", "ArchDsl");

    /// <summary>Makes an empty project and gives it packed packages.</summary>
    public static async Task<Consumer> Create(Builds builds, string name, string template, params string[] packages)
    {
        var consumer = new Consumer(builds.Folder(name));
        (await DotnetCli.Run(consumer._folder, ["new", .. template.Split(' '), "--no-restore", "--force"])).Succeeded();

        await builds.WriteRestoreSettings(consumer._folder);
        var project = XDocument.Load(consumer.Project);
        project.Root!.Add(
            new XElement("ItemGroup", packages.Select(package =>
                new XElement("PackageReference", new XAttribute("Include", package), new XAttribute("Version", builds.PackageVersion)))));
        project.Save(consumer.Project);
        return consumer;
    }

    /// <summary>Copies a sample's source, or puts text in its place.</summary>
    public Consumer With(string sample, Func<string, string>? changed = null)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.File("samples", sample)).Where(file => Path.GetExtension(file) is ".cs" or ".sh"))
        {
            var text = System.IO.File.ReadAllText(file);
            System.IO.File.WriteAllText(Path.Combine(_folder, Path.GetFileName(file)), Path.GetFileName(file) == "Program.cs" ? text : changed?.Invoke(text) ?? text);
        }

        return this;
    }

    /// <summary>Puts a file beside the project.</summary>
    public string Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The path of something in the project's folder.</summary>
    public string File(params string[] names) => Path.Combine([_folder, .. names]);

    public Task<Finished> Build(params string[] properties) => DotnetCli.Build(Project, properties);

    /// <summary>Packs the project into the feed of the packages.</summary>
    public async Task Pack(Builds builds) =>
        (await DotnetCli.Run(_folder, "pack", "--configuration", "Release", "--disable-build-servers", $"-p:Version={builds.PackageVersion}", "--output", await builds.Feed)).Succeeded();

    /// <summary>Builds, and reads what the compiler says.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Diagnose(params string[] properties) => Diagnostic.Read((await Build(properties)).Output);

    /// <summary>Runs the built program as a CDK app.</summary>
    public async Task<Synthesized> Synthesize()
    {
        var program = Directory.EnumerateFiles(Path.Combine(_folder, "bin"), $"{Path.GetFileName(_folder)}.dll", SearchOption.AllDirectories).Single();
        var output = Path.Combine(_folder, "cdk.out");
        var finished = (await Samples.Run(program, output)).Succeeded();
        return Samples.Read(Path.GetFileName(_folder), output, finished.Output);
    }
}
