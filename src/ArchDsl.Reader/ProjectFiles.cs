using System.Collections.Immutable;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;

namespace ArchDsl.Reader;

/// <summary>Reads the files that an architecture names, out of those that the project hands to the compiler.</summary>
public static class ProjectFiles
{
    /// <summary>The files that are to be had; a name matches the end of a path.</summary>
    /// <param name="declaration">The architecture.</param>
    /// <param name="files">The project's additional files.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static EquatableArray<SourceFile> Read(ArchitectureDeclaration declaration, ImmutableArray<AdditionalText> files, CancellationToken cancellation) =>
        (from name in declaration.FileNames.Distinct()
         let path = "/" + name.Replace('\\', '/')
         let file = files.Where(f => ("/" + f.Path.Replace('\\', '/')).EndsWith(path, StringComparison.Ordinal)).OrderBy(static f => f.Path.Length).FirstOrDefault()
         let text = file?.GetText(cancellation)?.ToString()
         where text is not null
         select new SourceFile(name, text.Replace("\r\n", "\n"))).ToEquatableArray();
}
