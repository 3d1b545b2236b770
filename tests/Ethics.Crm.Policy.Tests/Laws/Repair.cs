using System.Text.Json.Nodes;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>Makes a policy of generated JSON: what an error points to goes, until there is none. So every combination is tried, and none of the work is thrown away.</summary>
internal static class Repair
{
    public static JsonObject UntilItReads(JsonObject policy)
    {
        for (var i = 0; i < 200; i++)
        {
            var errors = Sample.Read(policy.ToJsonString()).Errors;
            if (errors.Count == 0)
            {
                return policy;
            }

            var wrong = Shrinking.Nodes(policy).FirstOrDefault(n => n.Path == errors[^1].JsonPath);
            Assert.True(wrong.Parent is not null, errors[^1].ToString());
            Shrinking.Remove(wrong.Parent, wrong.Key, wrong.Index);
        }

        throw new InvalidOperationException("The policy cannot be repaired: " + policy.ToJsonString());
    }
}
