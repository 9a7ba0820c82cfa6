using System.Diagnostics;
using System.Xml;
using System.Xml.Linq;
using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Cli.Input;

/// <summary>A built project, and the architectures in its assembly.</summary>
internal sealed class BuiltProject
{
    private IReadOnlyList<ArchitectureManifest>? architectures;

    private BuiltProject(string assembly, string folder)
    {
        Assembly = assembly;
        Folder = folder;
    }

    /// <summary>The assembly.</summary>
    public string Assembly { get; }

    /// <summary>The project's folder; that of the assembly, where only this is known.</summary>
    public string Folder { get; }

    /// <summary>The architectures, by the names of their classes; one at least.</summary>
    public IReadOnlyList<ArchitectureManifest> Architectures => architectures ??= ManifestReader.Read(Assembly);

    /// <summary>Finds a project.</summary>
    /// <param name="path">An assembly, a project file or a folder; null for the current folder.</param>
    /// <param name="terminal">Where it tells of an assembly that is older than its sources.</param>
    public static BuiltProject Find(string? path, Terminal terminal)
    {
        string full = Path.GetFullPath(path ?? ".", terminal.Folder);
        BuiltProject project = Directory.Exists(full) ? OfProject(ProjectIn(full, path ?? "The current folder"))
            : !File.Exists(full) ? throw new ToolException(ExitCode.Usage, $"There is no {path}. Give the built assembly, or the project file or folder.")
            : full.EndsWith("proj", StringComparison.OrdinalIgnoreCase) ? OfProject(full)
            : new BuiltProject(full, Path.GetDirectoryName(full)!);
        project.TellIfStale(terminal);
        return project;
    }

    /// <summary>The architecture of a name.</summary>
    /// <param name="name">The name, or that of the class; null for the only one.</param>
    public ArchitectureManifest Architecture(string? name)
    {
        if (name is null)
        {
            return Architectures is [var only] ? only
                : throw new ToolException(ExitCode.Usage, $"{Path.GetFileName(Assembly)} has several architectures: choose one with --architecture. There are {Names()}.");
        }

        return FindArchitecture(name)
            ?? throw new ToolException(ExitCode.Usage, $"{Path.GetFileName(Assembly)} has no architecture '{name}'. There is {Names()}.");
    }

    /// <summary>The architecture of a name, or null.</summary>
    /// <param name="name">The name, or that of the class.</param>
    public ArchitectureManifest? FindArchitecture(string name) =>
        Architectures.FirstOrDefault(a => a.TypeName == name || a.Name == name || a.TypeName.EndsWith("." + name, StringComparison.Ordinal));

    private string Names() => string.Join(", ", Architectures.Select(static a => a.TypeName));

    private static string ProjectIn(string folder, string name) => Directory.GetFiles(folder, "*.csproj") switch
    {
        [var only] => only,
        [] => throw new ToolException(ExitCode.Usage, $"{name} has no project (*.csproj). Name one with --project, or the built assembly."),
        var several => throw new ToolException(ExitCode.Usage, $"{name} has several projects: name one with --project. There are {string.Join(", ", several.Select(Path.GetFileName).Order(StringComparer.Ordinal))}."),
    };

    private static BuiltProject OfProject(string project)
    {
        string folder = Path.GetDirectoryName(project)!;
        string name = AssemblyName(project) + ".dll";
        string bin = Path.Combine(folder, "bin");
        string? assembly = Directory.Exists(bin)
            ? Directory.EnumerateFiles(bin, name, SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(bin, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "ref" or "refint" or "publish"))
                .MaxBy(File.GetLastWriteTimeUtc)
            : null;
        assembly ??= TargetPath(project);
        return assembly is not null
            ? new BuiltProject(assembly, folder)
            : throw new ToolException(ExitCode.NoInput, $"{Path.GetFileName(project)} is not built: there is no {name} below {bin}. Run 'dotnet build' first.");
    }

    private static string AssemblyName(string project)
    {
        try
        {
            string? written = XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value.Trim();
            return string.IsNullOrEmpty(written) || written.Contains("$(", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(project) : written;
        }
        catch (XmlException exception)
        {
            throw new ToolException(ExitCode.Usage, $"{project} is no project file: {exception.Message}");
        }
    }

    // Where the output lies elsewhere, MSBuild knows it.
    private static string? TargetPath(string project)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, "-nologo", "-getProperty:TargetPath"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetDirectoryName(project)!,
            })!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            string path = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 && File.Exists(path) ? path : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private void TellIfStale(Terminal terminal)
    {
        DateTime built = File.GetLastWriteTimeUtc(Assembly);
        string? newer = Architectures.SelectMany(static a => a.Sources).Select(static s => s.File).Distinct()
            .FirstOrDefault(file => Path.Combine(Folder, file) is var path && File.Exists(path) && File.GetLastWriteTimeUtc(path) > built);
        if (newer is not null)
        {
            terminal.Note($"{newer} changed after {Path.GetFileName(Assembly)} was built: build again to see the change.");
        }
    }
}
