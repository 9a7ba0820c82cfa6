using ArchDsl.Harness;
using ArchDsl.Model;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Model;

public sealed class InstanceTypeTests
{
    [Theory]
    [InlineData("t4g.small", true), InlineData("m6gd.large", true), InlineData("c7gn.metal", true), InlineData("x2gd.medium", true), InlineData("im4gn.large", true)]
    [InlineData("is4gen.large", true), InlineData("g5g.xlarge", true), InlineData("hpc7g.4xlarge", true), InlineData("a1.medium", true), InlineData("i8ge.large", true)]
    [InlineData("t3.small", false), InlineData("g4dn.xlarge", false), InlineData("g6.xlarge", false), InlineData("gr6.4xlarge", false), InlineData("m7i-flex.large", false)]
    [InlineData("c6a.large", false), InlineData("inf2.xlarge", false), InlineData("p4d.24xlarge", false), InlineData("", false), InlineData("tg", false)]
    public void Processor_IsThatOfTheFamily(string type, bool arm) => Assert.Equal(arm, InstanceType.IsArm(type));

    /// <summary>The machine image fits the processor, so that no instance can be declared that does not start.</summary>
    [Theory]
    [InlineData("t3.micro", "", "MachineImage.LatestAmazonLinux2023()")]
    [InlineData("t4g.micro", "", "MachineImage.LatestAmazonLinux2023(new global::Amazon.CDK.AWS.EC2.AmazonLinux2023ImageSsmParameterProps { CpuType = global::Amazon.CDK.AWS.EC2.AmazonLinuxCpuType.ARM_64, }),")]
    [InlineData("t4g.micro", ", Ami = Ami.AmazonLinux2", "MachineImage.LatestAmazonLinux2(new global::Amazon.CDK.AWS.EC2.AmazonLinux2ImageSsmParameterProps { CpuType = global::Amazon.CDK.AWS.EC2.AmazonLinuxCpuType.ARM_64, }),")]
    public void MachineImage_IsForTheProcessor(string type, string ami, string image)
    {
        GeneratorRun run = Verify.VerifyGenerator(TestProgram.Of($"[Vpc, PublicSubnet, Ec2(\"{type}\"{ami})] public partial class Host;"));

        Assert.Contains(image, string.Join(' ', run.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t3.2xlarge"), InlineData("m5.metal"), InlineData("c6gn.16xlarge"), InlineData("r6a.48xlarge"), InlineData("mac"), InlineData("u7in-24tb.224xlarge"), InlineData("p6-b200.48xlarge"), InlineData("m8i.metal-96xl")]
    public void TypeOfEc2_IsKnownOrMayCome(string type) => Assert.Equal(type == "mac", InstanceType.Ec2Fault(type) is not null);

    [Theory]
    [InlineData("t3.metal", "in the family t3 EC2 has nano, micro, small, medium, large, xlarge, 2xlarge")]
    [InlineData("m9", "a type is a family and a size, as in t3.small")]
    [InlineData("m5.large.", "a type is a family and a size, as in t3.small")]
    [InlineData("r5.2xlarge.tpc2.mem4x", "a type is a family and a size, as in t3.small")]
    [InlineData("c2.large", "EC2 has no family c2; choose a type such as t3.small")]
    [InlineData("mac1.metal", "a Mac stands on a dedicated host, and an [Ec2] on a shared one; choose a type such as t4g.small")]
    public void TypeOfEc2_IsRefused(string type, string fault) => Assert.Equal(fault, InstanceType.Ec2Fault(type));
}
