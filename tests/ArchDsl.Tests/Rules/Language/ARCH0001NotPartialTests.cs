namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0001NotPartialTests : RuleTests
{
    [Theory]
    [InlineData("[S3] public class [|Images|];")]
    [InlineData("[Vpc] public class [|Shop|] { [S3] public partial class Images; }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public class [|Images|]; }")]
    [InlineData("[Vpc] public partial class Shop { public class [|Storage|] { [S3] public partial class Images; } }")]
    [InlineData("[Vpc] public partial class Shop { public class [|Storage|] { [S3] public class [|Images|]; } }")]
    public Task ClassWithoutPartial_IsReported(string source) => VerifyAsync(source);

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[S3] public class {|#0:Images|};",
        [Finding("Declare 'Images' partial: ArchDsl generates the other part of it", 0)]);

    [Theory]
    [InlineData("[Vpc] public partial class Shop { public partial class Storage { [S3] public partial class Images; } }")]
    [InlineData("[S3] public partial class Images { public class Plain; public struct Value; public enum Kind; }")]
    [InlineData("public class Plain { public class Nested; }")]
    public Task PartialOrPlainClass_IsNotReported(string source) => VerifyAsync(source);
}
