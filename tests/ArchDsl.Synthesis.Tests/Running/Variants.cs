using System.Collections.Concurrent;

namespace ArchDsl.Synthesis.Tests.Running;

/// <summary>Runs the programs of <c>tests/Variants</c>, each once for all tests.</summary>
internal static class Variants
{
    private static readonly TemporaryFolder Folder = new();
    private static readonly ConcurrentDictionary<string, Lazy<Task<Synthesized>>> Known = new(StringComparer.Ordinal);

    static Variants() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Dispose();

    public static Task<Synthesized> Get(string variant) => Known.GetOrAdd(variant, name => new(() => Synthesize(name, Folder.Folder(name)))).Value;

    private static async Task<Synthesized> Synthesize(string variant, string folder)
    {
        var finished = await Samples.Run(Repository.SampleProgram("Variants"), folder, new Dictionary<string, string?> { ["VARIANT"] = variant });
        return Samples.Read(variant, folder, finished.Succeeded().Output);
    }
}
