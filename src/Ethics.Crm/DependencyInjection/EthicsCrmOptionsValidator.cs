using Microsoft.Extensions.Options;

namespace Ethics.Crm.DependencyInjection;

/// <summary>Says everything that is wrong with the options at once.</summary>
internal sealed class EthicsCrmOptionsValidator : IValidateOptions<EthicsCrmOptions>
{
    public ValidateOptionsResult Validate(string? name, EthicsCrmOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.PolicyFile))
            failures.Add("EthicsCrmOptions.PolicyFile is blank; name the policy file, or leave the default 'ethics.policy.json'.");
        if (options.Staleness <= TimeSpan.Zero)
            failures.Add($"EthicsCrmOptions.Staleness is {options.Staleness}; it must be greater than zero.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
