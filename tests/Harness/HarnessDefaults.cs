using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ArchDsl.Harness;

/// <summary>What every test of a project shares. A test project fills it in a module initializer.</summary>
public static class HarnessDefaults
{
    public static ImmutableArray<MetadataReference> ReferenceAssemblies
    {
        get => field.IsDefault ? Harness.ReferenceAssemblies.Net80 : field;
        set;
    }

    /// <summary>Assemblies that every test source may use, beside the framework.</summary>
    public static List<MetadataReference> References { get; } = [];

    /// <summary>The generators that run before the analyzers, each made anew for each run.</summary>
    public static List<Func<IIncrementalGenerator>> Generators { get; } = [];

    /// <summary>Registers the assemblies that hold these types.</summary>
    public static void AddReferences(params Type[] types) => References.AddRange(types.Select(Harness.ReferenceAssemblies.Of));
}

/// <summary>Metadata references, read once: sharing them lets compilations share the symbols that they loaded from them.</summary>
public static class ReferenceAssemblies
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Files = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, ImmutableArray<MetadataReference>> Frameworks = new(StringComparer.Ordinal);

    public static ImmutableArray<MetadataReference> Net80 => Framework("net8.0");

    public static ImmutableArray<MetadataReference> Net100 => Framework("net10.0");

    /// <summary>The assembly that holds a type, as a reference for test sources.</summary>
    public static MetadataReference Of(Type type) => File(type.Assembly.Location);

    public static MetadataReference File(string path) => Files.GetOrAdd(path, static p => MetadataReference.CreateFromFile(p));

    private static ImmutableArray<MetadataReference> Framework(string name) => Frameworks.GetOrAdd(
        name,
        static n => [.. Directory.GetFiles(Repository.Folder("ReferenceAssemblies." + n), "*.dll").Order().Select(File)]);
}
