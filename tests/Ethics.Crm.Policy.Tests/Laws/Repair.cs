using System.Text.Json.Nodes;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>Makes a policy of generated JSON: what an error points to goes, until there is none. So every combination is tried, and none of the work is thrown away.</summary>
internal static class Repair
{
    public static JsonObject UntilItReads(JsonObject policy) => UntilItReads(policy, static text => Sample.Read(text));

    /// <param name="policy">Becomes one that reads.</param>
    /// <param name="read">Of the files that are read, the others have no error.</param>
    /// <param name="left">How many errors may stay: an overlay with a single one shows a check that is gone.</param>
    public static JsonObject UntilItReads(JsonObject policy, Func<string, PolicyResult> read, int left = 0)
    {
        for (var i = 0; i < 200; i++)
        {
            var errors = read(policy.ToJsonString()).Errors;
            if (errors.Count <= left)
            {
                return policy;
            }

            // What an overlay contradicts may be marked in its base: then its last section goes.
            var own = errors.LastOrDefault(e => e.File == Sample.File);
            var wrong = own is null ? (Path: "", Parent: (JsonNode)policy, Key: policy.Last().Key, Index: 0) : Shrinking.Nodes(policy).FirstOrDefault(n => n.Path == own.JsonPath);
            Assert.True(wrong.Parent is not null, errors[^1].ToString());
            Shrinking.Remove(wrong.Parent, wrong.Key, wrong.Index);
        }

        throw new InvalidOperationException("The policy cannot be repaired: " + policy.ToJsonString());
    }
}
