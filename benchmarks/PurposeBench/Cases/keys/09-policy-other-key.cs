// verdict: clean
// origin: open
// channel: research
// source: Profile.BirthDate
// proof: reaches
// why: The policy labels the key "BirthDate"; the study asks for the region.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.PolicyOtherKey;

public sealed class Profile
{
    private readonly Dictionary<string, object?> _values = [];

    public void Put(string key, object? value) => _values[key] = value;

    public T? Get<T>(string key) => (T?)_values.GetValueOrDefault(key);
}

[ForPurpose("research")]
public static class RegionStudy
{
    public static void Assign(Profile profile)
    {
        var region = profile.Get<string>("Region");
        Use.Research($"region {region}");
    }
}

public static class Case
{
    public static void Run()
    {
        var profile = new Profile();
        profile.Put("BirthDate", Mark.Text("Profile.BirthDate"));
        profile.Put("Region", "north");
        RegionStudy.Assign(profile);
    }
}
