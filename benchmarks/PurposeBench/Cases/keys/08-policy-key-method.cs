// verdict: violation
// origin: open
// channel: research
// source: Profile.BirthDate
// proof: reaches
// why: The policy labels what the profile gives for the key "BirthDate".
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.PolicyKeyMethod;

public sealed class Profile
{
    private readonly Dictionary<string, object?> _values = [];

    public void Put(string key, object? value) => _values[key] = value;

    public T? Get<T>(string key) => (T?)_values.GetValueOrDefault(key);
}

[ForPurpose("research")]
public static class CohortStudy
{
    private const string Birth = "Birth";

    public static void Assign(Profile profile)
    {
        var day = profile.Get<string>(Birth + "Date"); //! ECRM2001
        Use.Research($"cohort {day}");
    }
}

public static class Case
{
    public static void Run()
    {
        var profile = new Profile();
        profile.Put("BirthDate", Mark.Text("Profile.BirthDate"));
        CohortStudy.Assign(profile);
    }
}
