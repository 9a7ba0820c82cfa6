namespace ArchDsl.Synthesis.Tests.Running;

/// <summary>Packages of npm in a folder of the user's: they are installed once for all working copies.</summary>
/// <param name="package">The package that is wanted.</param>
/// <param name="version">Its version.</param>
/// <param name="dependencies">What else has to be there, as the entries of a <c>package.json</c>: <c>"constructs": "10.3.0"</c>.</param>
internal sealed class NpmFolder(string package, string version, params string[] dependencies)
{
    private static readonly TimeSpan Installation = TimeSpan.FromMinutes(10);

    private readonly string folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "archdsl-tests", $"{package}-{version}");
    private readonly SemaphoreSlim one = new(1);

    private bool IsInstalled => File.Exists(Path.Combine(folder, "node_modules", package, "package.json"));

    /// <summary>One sentence if the package neither is there nor can be installed; else null.</summary>
    public string? WhyMissing()
    {
        if (Command.OnPath("node") is null || Command.OnPath("npm") is null)
        {
            return "node and npm are not on the PATH.";
        }

        if (IsInstalled)
        {
            return null;
        }

        try
        {
            return Command.Run(Command.OnPath("npm")!, ["view", $"{package}@{version}", "version"], guard: TimeSpan.FromMinutes(1)).GetAwaiter().GetResult().ExitCode == 0
                ? null
                : $"The npm registry, from which {package} comes, is not to be reached.";
        }
        catch (TimeoutException)
        {
            return $"The npm registry, from which {package} comes, does not answer.";
        }
    }

    /// <summary>The folder <c>node_modules</c> with the packages in it.</summary>
    public async Task<string> Modules()
    {
        await one.WaitAsync();
        try
        {
            await Install();
        }
        finally
        {
            one.Release();
        }

        return Path.Combine(folder, "node_modules");
    }

    // Into a folder beside it first, so that a half of it is never taken for the whole.
    private async Task Install()
    {
        if (IsInstalled)
        {
            return;
        }

        var beside = Directory.CreateDirectory($"{folder}.{Environment.ProcessId}").FullName;
        await File.WriteAllTextAsync(Path.Combine(beside, "package.json"), $$"""{ "private": true, "dependencies": { {{string.Join(", ", dependencies.Prepend($"\"{package}\": \"{version}\""))}} } }""");
        (await Command.Run(Command.OnPath("npm")!, ["install", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund"], beside, guard: Installation)).Succeeded();
        try
        {
            Directory.Move(beside, folder);
        }
        catch (IOException) when (IsInstalled)
        {
            Directory.Delete(beside, recursive: true);
        }
    }
}
