namespace Ethics.Crm;

/// <summary>What enforcing would have refused while <c>audit</c> let it pass, so that a team can switch over knowing what it will meet.</summary>
public interface IEnforcementForecasts
{
    /// <summary>What was counted in this application since it started, or since it was last forgotten.</summary>
    EnforcementForecast Current();

    /// <summary>Begins to count anew, for example after a release that mended what the last forecast told.</summary>
    void Forget();
}
