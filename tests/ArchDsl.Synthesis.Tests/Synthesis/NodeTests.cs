using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Synthesis;

/// <summary>The CDK runs on Node: without a usable one there is one clear sentence.</summary>
public class NodeTests
{
    [Fact]
    public async Task MissingNode_IsOneSentence() => AssertOneSentence(await RunWith(node: null));

    [Fact]
    public async Task OldNode_IsOneSentence()
    {
        if (!OperatingSystem.IsWindows()) // the stand-in for an old Node is a shell script
        {
            AssertOneSentence(await RunWith("#!/bin/sh\n[ \"$1\" = --version ] && echo v12.0.0 && exit 0\necho 'SyntaxError: Unexpected token' >&2\nexit 1\n"), "12");
        }
    }

    private static async Task<Finished> RunWith(string? node)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Folder("bin");
        if (node is not null && !OperatingSystem.IsWindows())
        {
            var program = Path.Combine(path, "node");
            await File.WriteAllTextAsync(program, node);
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return await Samples.Run(Repository.SampleProgram("MapleQuest"), folder.Folder("cdk.out"), new Dictionary<string, string?>
        {
            ["PATH"] = path,
            ["JSII_NODE"] = null,
            ["JSII_RUNTIME"] = null,
        });
    }

    private static void AssertOneSentence(Finished finished, string? mentioned = null)
    {
        Assert.Equal(1, finished.ExitCode);
        var sentence = finished.Error.Trim();
        Assert.DoesNotContain("\n", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Output + finished.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", finished.Output + finished.Error, StringComparison.Ordinal);
        Assert.Contains("Node", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.Contains(mentioned ?? "", sentence, StringComparison.Ordinal);
    }
}
