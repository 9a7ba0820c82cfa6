using ArchDsl.CodeFixes;

namespace ArchDsl.Tests.CodeFixes;

public sealed class MakePublicTests
{
    [Fact]
    public Task HiddenClass_BecomesPublic_InAllFiles() => CodeFix<MakePublicCodeFixProvider>.VerifyAsync(
        "ARCH0009",
        [
            """
            [Architecture("shop")]
            public partial class Shop
            {
                // The images.
                [S3] partial class {|ARCH0009:Images|};

                [S3]
                private partial class {|ARCH0009:Backups|};

                [S3]
                private /* for now */ protected sealed partial class {|ARCH0009:Logs|};

                [S3]
                internal partial class Open;
            }
            """,
            """
            partial class Shop
            {
                private partial class Backups;
            }
            """,
        ],
        [
            """
            [Architecture("shop")]
            public partial class Shop
            {
                // The images.
                [S3] public partial class Images;

                [S3]
                public partial class Backups;

                [S3]
                public sealed partial class Logs;

                [S3]
                internal partial class Open;
            }
            """,
            """
            partial class Shop
            {
                public partial class Backups;
            }
            """,
        ]);

    [Theory]
    [InlineData("private abstract partial class Images;")]
    [InlineData("public static partial class Images;")]
    [InlineData("private partial class Images : System.Exception;")]
    public async Task ClassThatIsWrongForAnotherReason_HasNoFix(string images) =>
        Assert.Empty(await CodeFix<MakePublicCodeFixProvider>.TitlesAsync($"[Architecture(\"shop\")] public partial class Shop {{ [S3] {images} }}"));
}
