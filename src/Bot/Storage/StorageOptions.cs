using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>The section <c>Storage</c> of the settings.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A SQLite connection string; the folder of its file is made where it is missing.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/bot.db";
}

internal sealed class StorageOptionsCheck : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        try
        {
            var connection = new SqliteConnectionStringBuilder(options.ConnectionString);
            return connection.DataSource.Length > 0 && connection.DataSource != ":memory:" && connection.Mode != SqliteOpenMode.Memory
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Storage:ConnectionString names no file: write \"Data Source=data/bot.db\".");
        }
        catch (ArgumentException problem)
        {
            return ValidateOptionsResult.Fail(
                $"Storage:ConnectionString is no SQLite connection string ({problem.Message}): write \"Data Source=data/bot.db\".");
        }
    }
}
