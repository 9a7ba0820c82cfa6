using ArchDsl.CodeFixes;

namespace ArchDsl.Tests.CodeFixes;

public sealed class MakePartialTests
{
    [Fact]
    public Task Class_BecomesPartial_InAllFiles() => CodeFix<MakePartialCodeFixProvider>.VerifyAsync(
        "ARCH0001",
        [
            """
            /// <summary>The network.</summary>
            [Vpc]
            class {|ARCH0001:Network|}
            {
                [PublicSubnet] // Open.
                public sealed class {|ARCH0001:Public|};

                // The orders.
                [IsolatedSubnet, Rds] class {|ARCH0009:{|ARCH0001:Database|}|};
            }
            """,
            """
            [S3]
            public
                class {|ARCH0001:Bucket|};
            """,
        ],
        [
            """
            /// <summary>The network.</summary>
            [Vpc]
            partial class Network
            {
                [PublicSubnet] // Open.
                public sealed partial class Public;

                // The orders.
                [IsolatedSubnet, Rds] partial class {|ARCH0009:Database|};
            }
            """,
            """
            [S3]
            public
                partial class Bucket;
            """,
        ]);

    [Fact]
    public async Task OnlyThePartsThatLackTheWord_Change() => Assert.Equal(
        ["[S3] partial class Bucket;", "partial class Bucket;"],
        await CodeFix<MakePartialCodeFixProvider>.ApplyAsync("ARCH0001", "[S3] class Bucket;", "partial class Bucket;"));

    /// <summary>To the compiler the words before the class are a member without a name, and one more of them changes nothing.</summary>
    [Theory]
    [InlineData("public S3class")]
    [InlineData("S3partial class")]
    public async Task ClassInBrokenSource_IsLeftAlone(string words) => Assert.Empty(await CodeFix<MakePartialCodeFixProvider>.TitlesAsync(
        $$"""
        [Vpc]
        {{words}} App
        {
            [PublicSubnet]
            public partial class Edge
            {
                [Ec2("t3.micro")]
                public partial class Host;
            }
        }
        """));
}
