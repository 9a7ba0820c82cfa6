using System.Collections.Immutable;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ArchDsl.Reader;

/// <summary>Reads the files that an architecture names, out of those that the project hands to the compiler.</summary>
public static class ProjectFiles
{
    /// <summary>The project's folder; null where the build does not say.</summary>
    public static string? Folder(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.ProjectDir", out string? folder) && !string.IsNullOrWhiteSpace(folder) ? folder : null;

    /// <summary>The files that are to be had.</summary>
    /// <param name="declaration">The architecture.</param>
    /// <param name="files">The project's additional files.</param>
    /// <param name="folder">The project's folder, from which a name is a path; null where the build does not say: then a name matches the end of a path.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static EquatableArray<SourceFile> Read(ArchitectureDeclaration declaration, ImmutableArray<AdditionalText> files, string? folder, CancellationToken cancellation) =>
        (from name in declaration.FileNames.Distinct()
         let file = files.Where(f => IsNamed(f.Path, name, folder)).OrderBy(static f => f.Path.Length).FirstOrDefault()
         let text = file?.GetText(cancellation)?.ToString()
         where text is not null
         select new SourceFile(name, text.Replace("\r\n", "\n"))).ToEquatableArray();

    /// <summary>The path of a file from the project's folder, with slashes; the name alone where it lies on another drive, or the build does not say where the project is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">The project's folder, or null.</param>
    public static string Relative(string path, string? folder)
    {
        string[] file = Whole(path, folder ?? "").Split('/');
        string[] project = folder is null ? [] : Whole("", folder).Split('/');
        int shared = 0;
        while (shared < project.Length && shared < file.Length - 1 && project[shared] == file[shared])
        {
            shared++;
        }

        return shared == 0 ? file[file.Length - 1] : string.Join("/", Enumerable.Repeat("..", project.Length - shared).Concat(file.Skip(shared)));
    }

    private static bool IsNamed(string path, string name, string? folder) => folder is null
        ? ("/" + Slashes(path)).EndsWith("/" + Slashes(name), StringComparison.Ordinal)
        : Whole(path, folder) == Whole(name, folder);

    private static string Slashes(string path) => path.Replace('\\', '/');

    // The path from the root of the file system, without detours. No file is asked: the compiler has read them all.
    private static string Whole(string path, string folder)
    {
        string slashed = Slashes(path);
        bool rooted = slashed.StartsWith("/", StringComparison.Ordinal) || slashed.Length > 1 && slashed[1] == ':';
        List<string> parts = [];
        foreach (string part in (rooted ? slashed : Slashes(folder) + "/" + slashed).Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }
}
