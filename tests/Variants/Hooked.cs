// Hooks that do what nobody declares: one opens the database to the VPC, another lets a host out to it, a third adds a host.
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using ArchDsl;

namespace Variants;

[Architecture("hooked")]
[Vpc]
public partial class Hooked
{
    [PublicSubnet]
    public partial class Edge
    {
        [Ec2("t3.small")]
        public partial class Worker
        {
            partial void Created(Instance_ construct)
            {
                _ = new CfnSecurityGroupEgress(construct, "ToDatabase", new CfnSecurityGroupEgressProps
                {
                    GroupId = construct.Connections.SecurityGroups[0].SecurityGroupId,
                    CidrIp = "10.0.0.0/16",
                    IpProtocol = "tcp",
                    FromPort = 5432,
                    ToPort = 5432,
                });
                _ = new CfnInstance(construct, "Second", new CfnInstanceProps
                {
                    ImageId = "ami-12345678",
                    InstanceType = "t3.small",
                    NetworkInterfaces = construct.Instance.NetworkInterfaces,
                });
            }
        }
    }

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds(MultiAz = true)]
        public partial class Database
        {
            partial void Created(DatabaseInstance construct) => _ = new CfnSecurityGroupIngress(construct, "FromVpc", new CfnSecurityGroupIngressProps
            {
                GroupId = construct.Connections.SecurityGroups[0].SecurityGroupId,
                CidrIp = "10.0.0.0/16",
                IpProtocol = "tcp",
                FromPort = 5432,
                ToPort = 5432,
            });
        }
    }
}
